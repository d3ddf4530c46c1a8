<section class="pairs" aria-labelledby="pairs">
<div class="bar">
<h2 id="pairs">Every pair</h2>
<fieldset class="order">
<legend>Classes in the order of</legend>
<label><input type="radio" name="order" value="label" checked> label</label>
<label><input type="radio" name="order" value="similarity"> similarity</label>
</fieldset>
</div>
<p class="hint" id="heatmap-hint">A row’s class is normal, a column’s abnormal. Open a cell to see its pair: click it, or walk there with the arrow keys and press Enter.<#if page.seedNote?has_content> ${page.seedNote}</#if></p>
<div class="heatmaps">
<#list page.heatmaps as map>
<figure class="heatmap ${map.scale.name}">
<div class="scroll" role="region" aria-labelledby="${map.id}-caption" tabindex="-1">
<table id="${map.id}" aria-describedby="heatmap-hint">
<caption id="${map.id}-caption">${map.caption} <span class="mean">mean ${map.mean}</span></caption>
<thead>
<tr><td class="corner"><span class="across">abnormal →</span><span class="down">normal ↓</span></td><#list map.columns as column><th scope="col" data-label="${column.label}"><span>${column.name}</span></th></#list></tr>
</thead>
<tbody>
<#list map.rows as row>
<tr data-label="${row.normal.label}"><th scope="row">${row.normal.name}</th><#list row.cells as cell><#if cell.linked()><td class="h-${cell.level}" data-label="${cell.abnormal}"><a href="${cell.link}" aria-label="${cell.label}" title="${cell.label}">${cell.text}</a></td><#else><td class="none" data-label="${cell.abnormal}" title="${cell.label}">${cell.text}</td></#if></#list></tr>
</#list>
</tbody>
</table>
</div>
<div class="scale" aria-hidden="true">
<span>${map.scale.lowMeaning}</span>
<span><span class="ramp"><#list -10..10 as step><i class="h-${step * 2}"></i></#list></span><span class="ticks"><span>${map.scale.low}</span><span>${map.scale.middle}</span><span>${map.scale.high}</span></span></span>
<span>${map.scale.highMeaning}</span>
</div>
</figure>
</#list>
</div>
<noscript><p class="hint">Pairs open, and tables can be sorted, where scripts may run.</p></noscript>
</section>
