<#-- The colours of the heatmaps, from the ends and the middle that page.css names. -->
<#list 0..levels as level>
.h-${level}{background:color-mix(in oklab,var(--high) ${(level * 100 / levels)?round}%,var(--middle))}
.h--${level}{background:color-mix(in oklab,var(--low) ${(level * 100 / levels)?round}%,var(--middle))}
</#list>
