<#if page.problems?has_content>
<section class="problems" aria-labelledby="problems">
<h2 id="problems">Models to be wary of</h2>
<ul>
<#list page.problems as problem>
<li><strong>${problem.kind}</strong> <span class="model">${problem.model}</span>: ${problem.reason}</li>
</#list>
</ul>
</section>
</#if>
